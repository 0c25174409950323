// What Docusaurus, Next and Astro make of MDX: standard input to HTML, by React.
import { readFileSync } from "node:fs";
import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as runtime from "react/jsx-runtime";

const { default: Content } = await evaluate(readFileSync(0, "utf8"), runtime);
console.log(renderToStaticMarkup(createElement(Content)));
