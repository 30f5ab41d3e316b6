import type { ReactiveController, ReactiveControllerHost } from "lit";
import { PATIENCE_MS, ServiceError, wasCancelled, type Service } from "../service.js";
import type { Answered, SearchReply } from "../types.js";

const PAGE = 8;

/** From so many words on, a query is asked as a question too, even if it does not end in a question mark. */
const QUESTION_WORDS = 4;

/** What was searched, and what came of it. A new search calls the one before off. */
export class Searching implements ReactiveController {
  query = "";
  found: SearchReply | null = null;
  answer: Answered | null = null;
  error: ServiceError | null = null;
  /** Whether the results have kept the reader waiting. */
  slow = false;

  #request = new AbortController();

  /** `onSettled` is called when results or an error are there. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly service: () => Service,
    private readonly onSettled: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request.abort();
  }

  async search(query: string, verbatim: boolean): Promise<void> {
    this.clear();
    this.query = query;
    const { signal } = this.#request;
    const patience = setTimeout(() => this.#set({ slow: true }), PATIENCE_MS);
    if (verbatim || isQuestion(query)) void this.#ask(query, verbatim, signal);
    try {
      this.#set({ found: await this.service().search(query, 0, PAGE, signal) });
      this.onSettled();
    } catch (error) {
      this.#fail(error);
    } finally {
      clearTimeout(patience);
      if (!signal.aborted) this.#set({ slow: false });
    }
  }

  /** The next hits, added to those that are there. */
  async more(): Promise<void> {
    const shown = this.found;
    if (!shown) return;
    try {
      const next = await this.service().search(this.query, shown.hits.length, PAGE, this.#request.signal);
      if (this.found === shown) this.#set({ found: { ...next, hits: [...shown.hits, ...next.hits] } });
    } catch (error) {
      this.#fail(error);
    }
  }

  clear(): void {
    this.#request.abort();
    this.#request = new AbortController();
    this.#set({ found: null, answer: null, error: null, slow: false });
  }

  /** The answer box: it comes when it comes, and only if there is an answer. */
  async #ask(question: string, verbatim: boolean, signal: AbortSignal): Promise<void> {
    try {
      const reply = await this.service().ask({ question, history: [], ...(verbatim && { verbatim }) }, signal);
      if (!signal.aborted && reply.status === "answered") this.#set({ answer: reply });
    } catch (error) {
      if (!wasCancelled(error) && !(error instanceof ServiceError)) throw error;
    }
  }

  #fail(error: unknown): void {
    if (wasCancelled(error)) return;
    if (!(error instanceof ServiceError)) throw error;
    this.#set({ error });
    this.onSettled();
  }

  #set(change: Partial<Pick<Searching, "found" | "answer" | "error" | "slow">>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}

function isQuestion(query: string): boolean {
  return query.endsWith("?") || query.split(/\s+/).length >= QUESTION_WORDS;
}
