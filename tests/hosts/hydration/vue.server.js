// Prints what a server sends for the example for Vue.

import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import Campaign from "./Campaign.server.ts";

console.log(await renderToString(createSSRApp(Campaign)));
