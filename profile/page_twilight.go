//go:build twilight

package profile

// Page is what the rules ask of the page that they are on: the file for storefronts serves none without the SDK.
type Page interface{ Storefront }
