// What the vault needs of Linux and Swift cannot see: glibc declares these only under _GNU_SOURCE, which the
// Glibc module is built without. They go through syscall(2), and `statx` through a struct of our own, so that
// no layout but the kernel's has to be trusted. Every function returns 0, or the errno of what went wrong.
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <linux/stat.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

struct vault_time {
    int64_t seconds;       // since 1970-01-01T00:00:00Z
    uint32_t nanoseconds;  // 0..<1,000,000,000
};

struct vault_stat {
    uint64_t device;
    uint64_t inode;
    uint64_t size;   // bytes
    uint32_t mode;   // S_IFMT and permissions
    uint32_t links;
    struct vault_time accessed, modified, changed, born;
    int has_born;    // not every file system keeps the birth time
};

static const int VAULT_O_NOATIME = 01000000;

/// statx(2) of `path` below `folder`, never following a link in the last component;
/// of `folder` itself, which may then be any descriptor, when `path` is empty.
static inline int vault_read_stat(int folder, const char *path, struct vault_stat *out) {
    struct statx s;
    const int flags = 0x100 /* AT_SYMLINK_NOFOLLOW */ | (*path ? 0 : 0x1000 /* AT_EMPTY_PATH */);
    if (syscall(SYS_statx, folder, path, flags, STATX_BASIC_STATS | STATX_BTIME, &s)) return errno;
    *out = (struct vault_stat){
        .device = ((uint64_t)s.stx_dev_major << 32) | s.stx_dev_minor,
        .inode = s.stx_ino,
        .size = s.stx_size,
        .mode = s.stx_mode,
        .links = s.stx_nlink,
        .accessed = {s.stx_atime.tv_sec, s.stx_atime.tv_nsec},
        .modified = {s.stx_mtime.tv_sec, s.stx_mtime.tv_nsec},
        .changed = {s.stx_ctime.tv_sec, s.stx_ctime.tv_nsec},
        .born = {s.stx_btime.tv_sec, s.stx_btime.tv_nsec},
        .has_born = (s.stx_mask & STATX_BTIME) != 0,
    };
    return 0;
}

/// renameat2(2) that refuses to replace: EEXIST if `to` is there, EINVAL where the file system cannot promise it.
static inline int vault_rename_new(const char *from, const char *to) {
    return syscall(SYS_renameat2, -100 /* AT_FDCWD */, from, -100, to, 1u /* RENAME_NOREPLACE */) ? errno : 0;
}

/// Starts writing a file's dirty pages to the disk and does not wait: a hint, which makes a later fsync short.
static inline void vault_start_writing(int file, int64_t offset, int64_t length) {
    (void)syscall(SYS_sync_file_range, file, offset, length, 2u /* SYNC_FILE_RANGE_WRITE */);
}
