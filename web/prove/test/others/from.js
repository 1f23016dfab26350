// What these tests take of the other suites.
export * from "../standalone/pages.js";
export * from "../faults/sdk.js";
