/** A file may hold anything where a name is meant. */
const MOST = 80;

/** Between a language's quotation marks, shortened where it is long; `empty` stands for nothing. */
export function quotedIn(open: string, close: string, empty: string): (value: string) => string {
  return (value) => {
    if (value === '') return empty;
    return `${open}${value.length > MOST ? `${value.slice(0, MOST)}…` : value}${close}`;
  };
}
