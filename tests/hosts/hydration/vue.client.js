// Hydrates the example for Vue, for tests/browser/hydration.rs.

import { createSSRApp } from "vue";
import Campaign from "./Campaign.client.ts";

createSSRApp(Campaign).mount("#app");
