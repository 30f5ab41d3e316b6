/** Fired by a chip or by "ask exactly what I typed": the chat that holds it asks. */
export interface AskDetail {
  question: string;
  verbatim: boolean;
}

export const ASK = "footnote-ask";

/** Fired before a link to the search page is followed; a search box on the page takes it over by cancelling it. */
export interface SearchDetail {
  query: string;
}

export const SEARCH = "footnote-search";

export function emit<T>(target: EventTarget, name: string, detail: T): boolean {
  return target.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true, cancelable: true }));
}
