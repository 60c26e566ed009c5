/** The pack the page and the tools use where none is named: a folder of models/. */
export const DEFAULT_PACK_ID = 'faces-48';
