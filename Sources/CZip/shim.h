// The one door to what a ZIP archive needs of C, libdeflate aside: zlib's streams, and two of Linux's own calls.
#pragma once
#include <fcntl.h>
#include <string.h>
#include <zlib.h>

// inflateInit2 and deflateInit2 are macros over functions that take the size of the struct they were compiled
// with. Window bits below zero: a raw stream, which is what ZIP holds.
static inline int dossier_inflate_init(z_stream *stream) {
    memset(stream, 0, sizeof *stream);
    return inflateInit2(stream, -MAX_WBITS);
}

/// The same for a stream of zlib (RFC 1950) or gzip (RFC 1952), which zlib tells apart by itself.
static inline int dossier_inflate_init_wrapped(z_stream *stream) {
    memset(stream, 0, sizeof *stream);
    return inflateInit2(stream, MAX_WBITS + 32);
}

static inline int dossier_deflate_init(z_stream *stream, int level) {
    memset(stream, 0, sizeof *stream);
    return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

// Swift's Glibc is compiled without _GNU_SOURCE, so these are not in it.
#ifdef __linux__
extern int sync_file_range(int, long, long, unsigned int);

/// The flag that opens a file without a name.
static inline int dossier_nameless_flag(void) { return __O_TMPFILE; }

/// Asks the system to begin bringing these bytes to the disk; does not wait.
static inline void dossier_hasten(int descriptor, long offset, long length) {
    (void)sync_file_range(descriptor, offset, length, 2 /* SYNC_FILE_RANGE_WRITE */);
}
#else
static inline int dossier_nameless_flag(void) { return -1; }
static inline void dossier_hasten(int descriptor, long offset, long length) {}
#endif
