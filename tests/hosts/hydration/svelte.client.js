// Hydrates the example for Svelte, for tests/browser/hydration.rs.

import { hydrate } from "svelte";
import Campaign from "./Campaign.client.js";

hydrate(Campaign, { target: document.getElementById("app") });
