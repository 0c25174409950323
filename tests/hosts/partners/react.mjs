// node react.mjs: the page in page.js as React's server sends it.
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import Page from "./page.js";

console.log(renderToString(createElement(Page)));
