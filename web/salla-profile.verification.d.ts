// Types of the package's module salla-profile/verification, which defines <salla-profile-verification> and exports nothing. Those of
// the element are in salla-profile.d.ts, with all others.

/// <reference path="./salla-profile.d.ts" />

export {};
