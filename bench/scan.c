/* The least that verifying a log can cost: every column of every record, read by SQLite, and nothing done with it.
 *
 *     scan STORE
 *
 * Prints how many records there are. */

#include <sqlite3.h>
#include <stdio.h>

int main(int count, char **arguments)
{
    sqlite3 *store;
    sqlite3_stmt *rows;
    long records = 0;
    unsigned long bytes = 0;

    if (count != 2) {
        fprintf(stderr, "usage: scan STORE\n");
        return 2;
    }
    if (sqlite3_open_v2(arguments[1], &store, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
        || sqlite3_prepare_v2(store, "SELECT * FROM entry ORDER BY log, seq", -1, &rows, NULL) != SQLITE_OK) {
        fprintf(stderr, "scan: %s\n", sqlite3_errmsg(store));
        return 1;
    }
    int columns = sqlite3_column_count(rows);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int column = 0; column < columns; column++) {
            if (sqlite3_column_type(rows, column) == SQLITE_INTEGER) {
                bytes += (unsigned long)sqlite3_column_int64(rows, column);
            } else {
                sqlite3_column_blob(rows, column);
                bytes += (unsigned long)sqlite3_column_bytes(rows, column);
            }
        }
        records++;
    }
    printf("%ld\n", records);
    fprintf(stderr, "%lu\n", bytes);
    sqlite3_finalize(rows);
    sqlite3_close(store);
    return 0;
}
