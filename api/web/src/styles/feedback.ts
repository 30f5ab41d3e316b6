import { css } from "lit";

export const feedbackStyles = css`
  .thumbs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em;
    font-size: 0.875em;
    color: var(--muted);
  }
  .thumbs > span:first-child {
    margin-inline-end: 0.25em;
  }
  [aria-pressed="true"] {
    color: var(--accent);
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }
  form {
    display: grid;
    gap: 0.6em;
    justify-items: start;
    margin-block-start: 0.6em;
    padding: 0.85em 1em 1em;
    font-size: 0.9em;
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
  }
  legend {
    padding: 0;
    font-weight: 600;
    margin-block-end: 0.2em;
  }
  .reason {
    display: flex;
    align-items: center;
    gap: 0.55em;
    min-height: 1.9em;
  }
  [type="radio"] {
    width: 1.1em;
    height: 1.1em;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  .comment {
    display: grid;
    gap: 0.3em;
    width: 100%;
  }
  [type="text"] {
    width: 100%;
    min-height: 2.4em;
    padding: 0 0.6em;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
`;
