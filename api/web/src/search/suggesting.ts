import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ServiceError, wasCancelled, type Service } from "../service.js";
import { recentSearches } from "./recent.js";

/** Typing rests this long before suggestions are fetched. */
const DEBOUNCE_MS = 120;

/** The list under the box: what is in it, whether it is open, and which option the arrows are at. */
export class Suggesting implements ReactiveController {
  options: string[] = [];
  /** Whether the options are the reader's own searches. */
  areRecent = false;
  /** Position of the chosen option; -1 while the typed words are. */
  active = -1;

  #expanded = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #request = new AbortController();

  /** `onFound` is told how many suggestions came. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly service: () => Service,
    private readonly onFound: (count: number) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.#expanded && this.options.length > 0;
  }

  /** The option the arrows are at. */
  get chosen(): string | undefined {
    return this.options[this.active];
  }

  /** After each letter: fetch what completes `prefix` once typing rests, or show recent searches if nothing is left. */
  typed(prefix: string): void {
    this.#cancel();
    if (prefix) this.#typing = setTimeout(() => void this.fetch(prefix), DEBOUNCE_MS);
    else this.showRecent();
  }

  showRecent(): void {
    this.#cancel();
    this.areRecent = true;
    this.#open(recentSearches());
  }

  async fetch(prefix: string): Promise<void> {
    this.#cancel();
    try {
      const options = await this.service().suggest(prefix, this.#request.signal);
      this.areRecent = false;
      this.#open(options);
      this.onFound(options.length);
    } catch (error) {
      if (wasCancelled(error)) return;
      if (!(error instanceof ServiceError)) throw error;
      this.#open([]); // no suggestions is no loss: the search itself says what is wrong
    }
  }

  /** Go through the options and, between the last and the first, back to the typed words. */
  move(step: 1 | -1): void {
    const places = this.options.length + 1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
    this.host.requestUpdate();
  }

  close(): void {
    this.#cancel();
    this.#expanded = false;
    this.host.requestUpdate();
  }

  #open(options: string[]): void {
    this.options = options;
    this.#expanded = true;
    this.host.requestUpdate();
  }

  #cancel(): void {
    clearTimeout(this.#typing);
    this.#request.abort();
    this.#request = new AbortController();
    this.active = -1;
  }
}
