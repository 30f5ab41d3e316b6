import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../element.js";
import { icons } from "../icons.js";
import type { Service } from "../service.js";
import type { Strings } from "../strings/index.js";
import type { Vote } from "../types.js";
import { controls } from "../styles/theme.js";
import { feedbackStyles } from "../styles/feedback.js";

/** Thumbs under an answer. A vote is sent at once; a vote against may be followed by its reason. */
export class FootnoteFeedback extends LitElement {
  static override styles = [controls, feedbackStyles];

  @property({ attribute: false }) service!: Service;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answerId = "";
  @property({ attribute: false }) question = "";

  /** Whether the reason is being asked for, which takes more room than two thumbs. */
  @property({ type: Boolean, reflect: true }) expanded = false;

  @state() private vote: Vote | null = null;
  @state() private step: "vote" | "reason" | "done" = "vote";
  @state() private failed = false;

  override willUpdate(): void {
    this.expanded = this.step === "reason";
  }

  override render(): TemplateResult {
    const { strings } = this;
    return html`
      <div class="thumbs" role="group" aria-label=${strings.helpful}>
        <span aria-hidden="true">${strings.helpful}</span>
        ${this.#thumb("up", strings.yes)} ${this.#thumb("down", strings.no)}
        <span role="status">${this.failed ? strings.feedbackFailed : this.step === "done" ? strings.thanks : ""}</span>
      </div>
      ${this.step === "reason" ? this.#reasons() : nothing}
    `;
  }

  #thumb(vote: Vote, label: string): TemplateResult {
    return html`<button
      class="quiet"
      type="button"
      aria-label=${label}
      aria-pressed=${this.vote === vote}
      @click=${() => this.#cast(vote)}
    >
      ${icons[vote]}
    </button>`;
  }

  #reasons(): TemplateResult {
    const { strings } = this;
    return html`
      <form @submit=${this.#sendReason}>
        <fieldset>
          <legend>${strings.whatWasWrong}</legend>
          ${Object.entries(strings.reasons).map(
            ([reason, words]) => html`
              <label class="reason"><input type="radio" name="reason" value=${reason} required />${words}</label>
            `,
          )}
        </fieldset>
        <label class="comment">${strings.comment}<input type="text" name="comment" maxlength="500" /></label>
        <button class="primary" type="submit">${strings.sendFeedback}</button>
      </form>
    `;
  }

  async #cast(vote: Vote): Promise<void> {
    this.vote = vote;
    this.step = vote === "down" ? "reason" : "vote";
    if ((await this.#send(vote, null, "")) && vote === "up") this.step = "done";
  }

  async #sendReason(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    if (await this.#send("down", String(fields.get("reason")), String(fields.get("comment") ?? "").trim())) {
      this.step = "done";
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLButtonElement>("[aria-pressed=true]")?.focus();
    }
  }

  async #send(vote: Vote, reason: string | null, comment: string): Promise<boolean> {
    try {
      await this.service.sendFeedback({ answer_id: this.answerId, question: this.question, vote, reason, comment });
      this.failed = false;
    } catch {
      this.failed = true;
    }
    return !this.failed;
  }
}

define("footnote-feedback", FootnoteFeedback);
