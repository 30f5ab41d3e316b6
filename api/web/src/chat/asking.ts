import type { ReactiveController, ReactiveControllerHost } from "lit";
import { PATIENCE_MS, ServiceError, wasCancelled, type Service } from "../service.js";
import { historyOf, type Turn } from "./conversation.js";

/** The question that waits for its reply, or that got none. */
export interface Pending {
  question: string;
  verbatim: boolean;
  /** Whether the reply has kept the reader waiting. */
  slow: boolean;
  error: ServiceError | null;
}

interface Callbacks {
  onAsked(): void;
  onReply(turn: Turn): void;
  onTrouble(error: ServiceError): void;
}

/** The conversation so far and the question under way. A new question calls the one before off. */
export class Asking implements ReactiveController {
  turns: Turn[] = [];
  pending: Pending | null = null;

  #request = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost & { articleId: string },
    private readonly service: () => Service,
    private readonly callbacks: Callbacks,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request.abort();
  }

  async ask(question: string, verbatim: boolean): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    const pending: Pending = { question, verbatim, slow: false, error: null };
    this.pending = pending;
    this.host.requestUpdate();
    this.callbacks.onAsked();
    const patience = setTimeout(() => this.#change(pending, { slow: true }), PATIENCE_MS);
    try {
      const reply = await this.service().ask(
        {
          question,
          history: verbatim ? [] : historyOf(this.turns),
          ...(this.host.articleId && { article_id: this.host.articleId }),
          ...(verbatim && { verbatim }),
        },
        this.#request.signal,
      );
      const turn = { question, verbatim, reply };
      this.turns = [...this.turns, turn];
      this.pending = null;
      this.host.requestUpdate();
      this.callbacks.onReply(turn);
    } catch (error) {
      if (wasCancelled(error)) return;
      if (!(error instanceof ServiceError)) throw error;
      this.#change(pending, { error });
      this.callbacks.onTrouble(error);
    } finally {
      clearTimeout(patience);
    }
  }

  /** Ask the question again that got no reply. */
  retry(): void {
    if (this.pending) void this.ask(this.pending.question, this.pending.verbatim);
  }

  clear(): void {
    this.#request.abort();
    this.turns = [];
    this.pending = null;
    this.host.requestUpdate();
  }

  #change(pending: Pending, change: Partial<Pending>): void {
    Object.assign(pending, change);
    this.host.requestUpdate();
  }
}
