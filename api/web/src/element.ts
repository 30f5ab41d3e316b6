import { html, LitElement, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { Service } from "./service.js";
import { STRINGS_CHANGED, stringsFor, type Strings } from "./strings/index.js";

/** The folder this script was loaded from: the service, unless the `api` attribute names another. */
const SCRIPT_BASE = new URL(".", import.meta.url).href;

/** An announcement stays this long: it has been read out by then, and nobody should come upon it as a second text. */
const ANNOUNCEMENT_MS = 3000;

/** What the chat and the search box share: where the service is, and in which language to speak. */
export abstract class FootnoteElement extends LitElement {
  /** Address of the service, where it is not the origin of the script. */
  @property() api = "";

  /** Address of an article page with `{id}` in it; without it, links go to the address the archive gives. */
  @property({ attribute: "article-url" }) articleUrl = "";

  /** Address of the page with all results of a search; `?q=` is added. */
  @property({ attribute: "search-url" }) searchUrl = "";

  @state() private announcement = "";

  #announcing: ReturnType<typeof setTimeout> | undefined;
  #service: Service | null = null;
  #language = "";

  protected get service(): Service {
    const base = this.api ? new URL(this.api.replace(/\/*$/, "/"), document.baseURI).href : SCRIPT_BASE;
    if (this.#service?.base !== base) this.#service = new Service(base);
    return this.#service;
  }

  protected get language(): string {
    return this.#language;
  }

  protected get strings(): Strings {
    return stringsFor(this.#language);
  }

  protected searchPage(query: string): string {
    const page = new URL(this.searchUrl || "search", this.searchUrl ? document.baseURI : this.service.base);
    page.searchParams.set("q", query);
    return page.href;
  }

  /** The live region: what {@link announce} was given, for screen readers only. */
  protected liveRegion(): TemplateResult {
    return html`<div class="hidden-text" role="status">${this.announcement}</div>`;
  }

  protected announce(words: string): void {
    clearTimeout(this.#announcing);
    this.announcement = words;
    this.#announcing = setTimeout(() => (this.announcement = ""), ANNOUNCEMENT_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren(); // what stood in for the component until it came, or where scripts are off
    window.addEventListener(STRINGS_CHANGED, this.#onStringsChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(STRINGS_CHANGED, this.#onStringsChanged);
  }

  override willUpdate(): void {
    this.#language = this.closest<HTMLElement>("[lang]")?.lang || navigator.language || "en";
  }

  #onStringsChanged = (): void => this.requestUpdate();
}

/** Register an element once: a page may hold the script twice. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
