// @ts-check
// A small theme, as its author writes it with a bundler.
import { load } from "salla-profile";
import { visit } from "./visit.js";

await visit(load);
