// Hydrates the example for React, for tests/browser/hydration.rs.

import { hydrateRoot } from "react-dom/client";
import { Campaign } from "./Campaign";

hydrateRoot(document.getElementById("app")!, <Campaign dark={false} />);
