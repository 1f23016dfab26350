// Linked before the C library, so that its own versions stay out: the
// arc4random of wasi-libc brings in chacha20, assert and stdio.

#include <stdint.h>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("random_get")))
int random_get(void *buf, uint32_t len);

uint32_t arc4random(void) {
	uint32_t n = 0;
	random_get(&n, sizeof n);
	return n;
}
