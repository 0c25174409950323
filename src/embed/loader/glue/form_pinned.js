// The form to sign, for the pinned script, which contains it: a module can't be imported with its integrity everywhere.

import { formOf } from "open-letter-form";

export const formPart = async () => ({ formOf });
