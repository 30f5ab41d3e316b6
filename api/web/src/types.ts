// The JSON of the service, as far as the components read it. Offsets count Unicode code points.

export interface Source {
  number: number;
  title?: string | null;
  publisher?: string | null;
  url?: string | null;
  date?: string | null;
}

export interface Citation {
  number: number;
  scope: "sentence" | "paragraph";
  /** null: the article prints the number but lists no source for it. */
  source?: Source | null;
}

export interface Quote {
  text: string;
  start: number;
  end: number;
  section: string;
  passage_id: string;
  url: string;
  citations: Citation[];
}

export interface ArticleReference {
  article_id: string;
  title: string;
  url: string;
  publisher: string;
  checked_on: string | null;
  verdict: string | null;
}

export interface QuotedArticle extends ArticleReference {
  quotes: Quote[];
  /** Other checks of the same claim. */
  also?: ArticleReference[];
}

interface Reply {
  answer_id: string;
  question: string;
  interpreted_as: string;
  suggestions?: string[];
}

export interface Answered extends Reply {
  status: "answered";
  articles: QuotedArticle[];
}

export interface NotFound extends Reply {
  status: "not_found";
  reason: string;
  nearest?: ArticleReference[];
}

export type AskReply = Answered | NotFound;

/** An earlier question and the passages its quotes came from: what the service resolves a follow-up with. */
export interface HistoryItem {
  question: string;
  passage_ids: string[];
}

export interface AskRequest {
  question: string;
  history: HistoryItem[];
  article_id?: string;
  /** Answer exactly these words: no history, no spelling correction. */
  verbatim?: boolean;
}

export interface SearchHit extends ArticleReference {
  passage_id: string;
  section: string;
  snippet: { text: string; match: boolean }[];
  /** Place in each of the two rankings; null where that one did not bring the passage. */
  ranks: { dense: number | null; bm25: number | null };
}

export interface SearchReply {
  query: string;
  corrected: string | null;
  total: number;
  hits: SearchHit[];
}

export type Vote = "up" | "down";

export interface Feedback {
  answer_id: string;
  /** Any of several services may get the vote; not all know the question. */
  question: string;
  vote: Vote;
  reason: string | null;
  comment: string;
}
