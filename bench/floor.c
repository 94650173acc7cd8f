/* The floor of `make bench`: the least that a durable, verified copy must do.
 *
 *   floor take-in STORE FOLDER   hash while copying, fsync, link into STORE/objects/aa/<sha256>, fsync folders
 *   floor rehash  STORE          hash every object again and compare it with its name
 *
 * Plain C, libcrypto's SHA-256, two threads, 1 MiB reads, largest file first. Nothing a store needs beyond
 * that is done: no media type, no times, no check that a source held still, no recovery after a crash.
 * Prints one line of what it did; exits 1 if a digest differs, 2 if it could not look.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { THREADS = 2, CHUNK = 1 << 20, DIGEST = 32 };

struct job {
    char *path;
    off_t size;
    char hex[2 * DIGEST + 1]; /* what the object must hash to, or what the copy did hash to */
    int duplicate;
};

static struct job *jobs;
static size_t count, room;
static atomic_size_t next;
static atomic_size_t wrong;
static char incoming[4096], objects[4096];

static void die(const char *doing, const char *path) {
    fprintf(stderr, "floor: %s %s: %s\n", doing, path, strerror(errno));
    exit(2);
}

/* ---- the list of files, largest first ---------------------------------------------------------------- */

static int collect(const char *path, const struct stat *st, int kind, struct FTW *at) {
    if (kind != FTW_F || !S_ISREG(st->st_mode)) return 0;
    if (count == room) {
        room = room ? 2 * room : 1024;
        if (!(jobs = realloc(jobs, room * sizeof *jobs))) die("growing the list for", path);
    }
    struct job *job = &jobs[count++];
    memset(job, 0, sizeof *job);
    job->path = strdup(path);
    job->size = st->st_size;
    snprintf(job->hex, sizeof job->hex, "%s", path + at->base); /* an object's name is its digest */
    return 0;
}

static int larger_first(const void *a, const void *b) {
    const struct job *x = a, *y = b;
    if (x->size != y->size) return x->size < y->size ? 1 : -1;
    return strcmp(x->path, y->path);
}

static void list(const char *folder) {
    if (nftw(folder, collect, 64, FTW_PHYS)) die("walking", folder);
    qsort(jobs, count, sizeof *jobs, larger_first);
}

/* ---- two threads over the list ------------------------------------------------------------------------ */

static void on_two_threads(void *(*work)(void *)) {
    pthread_t threads[THREADS];
    atomic_store(&next, 0);
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, NULL)) die("starting", "a thread");
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
}

static void incoming_name(char *into, size_t room, size_t i) { snprintf(into, room, "%s/%zu", incoming, i); }

/* Reads `in` to its end, hashing, and writes to `out` unless that is -1. */
static void digest_of(int in, int out, const char *path, unsigned char *buffer, char *hex) {
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[DIGEST];
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    for (;;) {
        ssize_t n = read(in, buffer, CHUNK);
        if (n < 0) die("reading", path);
        if (n == 0) break;
        EVP_DigestUpdate(context, buffer, (size_t)n);
        for (ssize_t done = 0; out >= 0 && done < n;) {
            ssize_t w = write(out, buffer + done, (size_t)(n - done));
            if (w < 0) die("writing the copy of", path);
            done += w;
        }
    }
    EVP_DigestFinal_ex(context, digest, NULL);
    EVP_MD_CTX_free(context);
    for (int i = 0; i < DIGEST; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[2 * DIGEST] = 0;
}

static void *copy_files(void *unused) {
    unsigned char *buffer = aligned_alloc(4096, CHUNK); /* unaligned, every read costs three times as much */
    char name[4200];
    for (size_t i; (i = atomic_fetch_add(&next, 1)) < count;) {
        int in = open(jobs[i].path, O_RDONLY | O_CLOEXEC);
        if (in < 0) die("opening", jobs[i].path);
        incoming_name(name, sizeof name, i);
        int out = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
        if (out < 0) die("creating", name);
        digest_of(in, out, jobs[i].path, buffer, jobs[i].hex);
        close(in);
        if (close(out)) die("closing", name);
    }
    free(buffer);
    return unused;
}

static void *sync_files(void *unused) {
    char name[4200];
    for (size_t i; (i = atomic_fetch_add(&next, 1)) < count;) {
        if (jobs[i].duplicate) continue;
        incoming_name(name, sizeof name, i);
        int fd = open(name, O_RDONLY | O_CLOEXEC);
        if (fd < 0 || fsync(fd)) die("syncing", name);
        close(fd);
    }
    return unused;
}

static void *rehash_files(void *unused) {
    unsigned char *buffer = aligned_alloc(4096, CHUNK); /* unaligned, every read costs three times as much */
    char hex[2 * DIGEST + 1];
    for (size_t i; (i = atomic_fetch_add(&next, 1)) < count;) {
        int in = open(jobs[i].path, O_RDONLY | O_CLOEXEC);
        if (in < 0) die("opening", jobs[i].path);
        digest_of(in, -1, jobs[i].path, buffer, hex);
        close(in);
        if (strcmp(hex, jobs[i].hex)) atomic_fetch_add(&wrong, 1);
    }
    free(buffer);
    return unused;
}

/* ---- taking in ---------------------------------------------------------------------------------------- */

static void sync_folder(const char *path) {
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || fsync(fd)) die("syncing", path);
    close(fd);
}

static int by_digest(const void *a, const void *b) {
    return strcmp(jobs[*(const size_t *)a].hex, jobs[*(const size_t *)b].hex);
}

static void mark_duplicates(void) {
    size_t *order = malloc((count + 1) * sizeof *order);
    for (size_t i = 0; i < count; i++) order[i] = i;
    qsort(order, count, sizeof *order, by_digest);
    for (size_t i = 1; i < count; i++)
        if (!strcmp(jobs[order[i]].hex, jobs[order[i - 1]].hex)) jobs[order[i]].duplicate = 1;
    free(order);
}

static void make_folder(const char *path) {
    if (mkdir(path, 0700) && errno != EEXIST) die("making", path);
}

static void take_in(const char *store, const char *folder) {
    char name[4200], object[4300];
    uint64_t bytes = 0;
    size_t duplicates = 0;
    make_folder(store);
    make_folder(objects);
    make_folder(incoming);
    list(folder);
    on_two_threads(copy_files);
    mark_duplicates();
    on_two_threads(sync_files);
    int touched[256] = {0};
    for (size_t i = 0; i < count; i++) {
        incoming_name(name, sizeof name, i);
        bytes += (uint64_t)jobs[i].size;
        if (jobs[i].duplicate) {
            duplicates++;
        } else {
            int aa = (int)strtol((char[]){jobs[i].hex[0], jobs[i].hex[1], 0}, NULL, 16);
            snprintf(object, sizeof object, "%s/%02x", objects, aa);
            if (!touched[aa]) make_folder(object);
            touched[aa] = 1;
            snprintf(object, sizeof object, "%s/%02x/%s", objects, aa, jobs[i].hex);
            if (link(name, object) && errno != EEXIST) die("linking", object);
        }
        if (unlink(name)) die("removing", name);
    }
    for (int aa = 0; aa < 256; aa++) {
        snprintf(object, sizeof object, "%s/%02x", objects, aa);
        if (touched[aa]) sync_folder(object);
    }
    sync_folder(objects);
    sync_folder(store);
    printf("took in %zu files, %llu bytes, %zu duplicates\n", count, (unsigned long long)bytes, duplicates);
}

int main(int argc, char **argv) {
    int taking = argc == 4 && !strcmp(argv[1], "take-in");
    if (!taking && !(argc == 3 && !strcmp(argv[1], "rehash"))) {
        fprintf(stderr, "usage: floor take-in STORE FOLDER | floor rehash STORE\n");
        return 2;
    }
    snprintf(objects, sizeof objects, "%s/objects", argv[2]);
    snprintf(incoming, sizeof incoming, "%s/incoming", argv[2]);
    if (taking) {
        take_in(argv[2], argv[3]);
        return 0;
    }
    list(objects);
    on_two_threads(rehash_files);
    printf("hashed %zu objects, %zu wrong\n", count, (size_t)wrong);
    return wrong ? 1 : 0;
}
