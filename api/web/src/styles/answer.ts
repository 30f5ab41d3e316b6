import { css } from "lit";

export const answerStyles = css`
  :host {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .interpretation {
    font-size: 0.9em;
    color: var(--muted);
  }
  q {
    font-style: italic;
    color: var(--ink);
  }
  .textual {
    padding: 0.15em 0;
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  article {
    display: grid;
    gap: 0.75em;
    padding: 1em 1.1em 0.9em;
    background: var(--surface);
    border: 1px solid var(--rule);
    border-block-start: 3px solid var(--accent);
    border-radius: 0 0 var(--radius) var(--radius);
  }
  article > .facts {
    margin-block-start: -0.45em;
  }
  .quote + .quote {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--rule);
  }
  blockquote {
    max-width: 42em;
    font-family: var(--text-font);
    font-size: 1.1em;
    line-height: 1.55;
    hanging-punctuation: first;
  }
  .tail {
    white-space: nowrap;
  }
  sup {
    font-size: 0.72em;
    line-height: 0;
    vertical-align: 0.45em;
    white-space: nowrap;
  }
  .cite {
    min-width: 1.5em;
    height: 1.9em;
    padding: 0 0.3em;
    font-family: var(--ui-font);
    font-weight: 600;
    line-height: 1.9em;
    text-align: center;
    font-variant-numeric: tabular-nums lining-nums;
    color: var(--accent);
    border-radius: 1em;
  }
  .cite:hover {
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }
  .cite[aria-expanded="true"] {
    color: var(--on-accent);
    background: var(--accent);
  }
  .card {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0 0.75em;
    margin-block: 0.6em;
    padding: 0.6em 0.5em 0.65em 0.75em;
    font-size: 0.925em;
    background: color-mix(in srgb, var(--accent) 8%, var(--surface));
    border-inline-start: 2px solid var(--accent);
  }
  .number {
    font-weight: 700;
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  .outlet {
    font-size: 0.9em;
    color: var(--muted);
  }
  .source-title {
    font-weight: 600;
  }
  .scope {
    margin-block-start: 0.15em;
    font-size: 0.9em;
    color: var(--muted);
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1em 1em;
    margin-block-start: 0.4em;
    font-size: 0.85em;
    color: var(--muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0.25em 0.75em;
    margin-block-start: -0.35em;
    margin-inline-start: -0.45em;
  }
  .actions > footnote-feedback {
    margin-inline-start: auto;
  }
  .actions > footnote-feedback[expanded] {
    flex-basis: 100%;
    padding-inline-start: 0.45em;
  }
  .copied {
    align-self: center;
    font-size: 0.875em;
    color: var(--muted);
  }
  .refusal {
    display: grid;
    gap: 0.2em;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--edge);
  }
  .verdictless {
    font-family: var(--text-font);
    font-size: 1.15em;
    font-weight: 700;
  }
  .nearest {
    display: grid;
    gap: 0.75em;
  }
  .nearest .article-title {
    font-size: 1.05em;
  }
  .nearest .facts {
    margin-block-start: 0.2em;
  }
`;
