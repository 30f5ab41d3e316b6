import type { AskReply, AskRequest, Feedback, SearchReply } from "./types.js";

const TIMEOUT_MS = 5000;

/** A reply that comes sooner than this is shown without a loading state before it. */
export const PATIENCE_MS = 150;

export type Trouble = "offline" | "timeout" | "busy" | "rejected" | "unavailable";

/** A request that brought no reply. `retryAfterS` is set where the service said when to come back. */
export class ServiceError extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly retryAfterS: number | null = null,
  ) {
    super(`Footnote: ${trouble}`);
  }
}

/** Whether the caller itself called the request off; such an error is dropped without a word. */
export function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** The HTTP interface. `base` is the folder that holds `/v1`, ending in a slash. */
export class Service {
  constructor(readonly base: string) {}

  ask(request: AskRequest, signal: AbortSignal): Promise<AskReply> {
    return this.#post("v1/ask", request, signal);
  }

  search(query: string, offset: number, limit: number, signal: AbortSignal): Promise<SearchReply> {
    return this.#get("v1/search", { q: query, limit, offset }, signal);
  }

  async suggest(prefix: string, signal: AbortSignal): Promise<string[]> {
    const reply = await this.#get<{ suggestions: string[] }>("v1/suggest", { q: prefix }, signal);
    return reply.suggestions;
  }

  async sendFeedback(feedback: Feedback): Promise<void> {
    await this.#post("v1/feedback", feedback, new AbortController().signal);
  }

  /** `url` made absolute, or null unless it is a web address: a source never becomes a `javascript:` link. */
  link(url: string | null | undefined): string | null {
    if (!url) return null;
    try {
      const absolute = new URL(url, this.base);
      return /^https?:$/.test(absolute.protocol) ? absolute.href : null;
    } catch {
      return null;
    }
  }

  #get<T>(path: string, query: Record<string, string | number>, signal: AbortSignal): Promise<T> {
    const url = new URL(path, this.base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return this.#fetch<T>(url, {}, signal);
  }

  #post<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
    const headers = { "Content-Type": "application/json" };
    return this.#fetch<T>(new URL(path, this.base), { method: "POST", headers, body: JSON.stringify(body) }, signal);
  }

  async #fetch<T>(url: URL, init: RequestInit, signal: AbortSignal): Promise<T> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(url, {
        ...init,
        credentials: "omit",
        signal: AbortSignal.any([signal, timeout.signal]),
      });
      if (!response.ok) throw refused(response);
      return (response.status === 204 ? undefined : await response.json()) as T;
    } catch (error) {
      if (error instanceof ServiceError || signal.aborted) throw error;
      if (timeout.signal.aborted) throw new ServiceError("timeout");
      throw new ServiceError(navigator.onLine ? "unavailable" : "offline");
    } finally {
      clearTimeout(timer);
    }
  }
}

function refused(response: Response): ServiceError {
  if (response.status === 429 || response.status === 503) {
    const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    return new ServiceError("busy", Number.isNaN(seconds) ? null : seconds);
  }
  return new ServiceError(response.status < 500 ? "rejected" : "unavailable");
}
