// Linked before the C library, so that its own version stays out: the
// arc4random of wasi-libc brings in chacha20, assert and stdio (6 to 9 KB).
// TinyGo seeds its maps with it.

__attribute__((import_module("wasi_snapshot_preview1"), import_name("random_get")))
int random_get(void *buf, unsigned long len);

unsigned int arc4random(void) {
	unsigned int n = 0;
	random_get(&n, sizeof n);
	return n;
}
