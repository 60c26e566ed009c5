/** What happened, and what to do: one plain sentence each. */
export interface Message {
  readonly title: string;
  readonly advice: string;
}

/** What is the matter with a file, to stand after its name or "It", and what helps: a sentence. */
export interface FileWords {
  readonly what: string;
  readonly advice: string;
}
