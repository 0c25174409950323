import { hydrateRoot } from "react-dom/client";
import { letter } from "./letter.js";

hydrateRoot(document.getElementById("app"), letter(), {
  onRecoverableError: (error) => (document.documentElement.dataset.fault = error.message),
});
