import type { Service } from "./service.js";
import type { ArticleReference, Quote } from "./types.js";

/** Where articles and their quotes are read: on the pages `template` names, or where the archive says they stand. */
export class Links {
  constructor(
    private readonly service: Service,
    private readonly template: string,
  ) {}

  article(article: ArticleReference): string | null {
    return this.#page(article) ?? this.service.link(article.url);
  }

  /** The article, opened at the quoted sentence. */
  quote(article: ArticleReference, quote: Quote): string | null {
    const page = this.#page(article);
    if (!page) return this.service.link(quote.url);
    const url = new URL(page);
    url.searchParams.set("quote", `${quote.start}-${quote.end}`);
    url.hash = `s${quote.start}`;
    return url.href;
  }

  source(url: string | null | undefined): string | null {
    return this.service.link(url);
  }

  #page(article: ArticleReference): string | null {
    if (!this.template) return null;
    const path = this.template.replace("{id}", encodeURIComponent(article.article_id));
    try {
      return new URL(path, document.baseURI).href;
    } catch {
      return null;
    }
  }
}
