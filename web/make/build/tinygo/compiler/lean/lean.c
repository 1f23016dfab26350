// Linked before the C library, so that its own version stays out: the
// arc4random of wasi-libc brings in chacha20, assert and stdio (6 to 9 KB).
// TinyGo seeds its maps with it, and the program has none (TestNoMaps).

unsigned int arc4random(void) {
	return 0;
}
