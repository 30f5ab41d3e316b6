// The one file a page loads: <footnote-chat> and <footnote-search>.
import "./chat/chat.js";
import "./search/search.js";

export { registerStrings } from "./strings/index.js";
