/**
 * For how long a face may be out of sight and still count as the same one, in milliseconds: the
 * tracker keeps its id for so long, and whoever remembers something of a face keeps that as long.
 */
export const LOST_FACE_MEMORY = 500;
