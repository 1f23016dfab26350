// The same for pages that always have the SDK.
import { load } from "salla-profile/twilight";
import { visit } from "./visit.js";

await visit(load);
