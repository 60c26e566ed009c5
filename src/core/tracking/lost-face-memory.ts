/**
 * For how long a face may be out of sight and still count as the same one, in milliseconds: the
 * tracker keeps its id for so long, and whoever remembers something of a face keeps that as long.
 */
export const LOST_FACE_MEMORY = 500;

/**
 * For how long frames may fail to come, in milliseconds, and a face that was in the last one still
 * counts as the same in the next: a slow device is no reason to forget anybody.
 */
export const LONGEST_PAUSE = 3000;
