import { render } from "preact";
import { App } from "./app";
import { followAddress, start, startLanguage } from "./state";
import "./style/page.css";

addEventListener("hashchange", followAddress);
followAddress();
await startLanguage();
render(<App />, document.getElementById("page")!);
await start();
