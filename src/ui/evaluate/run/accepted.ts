/** What can be evaluated, and what comes with it. */
export const ACCEPTED =
  '.mp4,.m4v,.mov,.webm,.mkv,.3gp,.ts,.mts,.m2ts,.gif,.webp,.avif,.apng,.csv,.tsv,.tab,.json,.zip,video/*';
