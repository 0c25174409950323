// Prints what a server sends for the example for Svelte.

import { render } from "svelte/server";
import Campaign from "./Campaign.server.js";

console.log(render(Campaign).body);
