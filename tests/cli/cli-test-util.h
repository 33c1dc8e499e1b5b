/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A folder of its own for each test, and sixfold-cli run in it as a script would. */

typedef struct
{
  char *folder;
  char *file; /* elm.sixfold in it; made by cli_setup_file() */

  /* of the last run */
  int code;
  char *out;
  char *err;

  char **environment; /* NULL: as ours */
} Cli;

void cli_setup (Cli *cli, gconstpointer data);
/* The same, with a centre file "Elm Road" whose evaluation is April 2026 to March 2027. */
void cli_setup_file (Cli *cli, gconstpointer data);
void cli_teardown (Cli *cli, gconstpointer data);

/* Runs it with these words; they end with NULL. */
void cli_run (Cli *cli, ...) G_GNUC_NULL_TERMINATED;
/* The same with the words of a line and, after them, one more. */
void cli_run_line (Cli *cli, const char *const *words, const char *last);
/* Another program, which runs it. */
void cli_run_other (Cli *cli, const char *const *line);
/* For the runs that follow; NULL takes it away. */
void cli_setenv (Cli *cli, const char *name, const char *value);
/* The same; it must succeed and say nothing on the standard error. */
#define cli_good(cli, ...)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    cli_run ((cli), __VA_ARGS__, NULL);                                                            \
    g_assert_cmpstr ((cli)->err, ==, "");                                                          \
    g_assert_cmpint ((cli)->code, ==, 0);                                                          \
  }                                                                                                \
  G_STMT_END
/* It must end with @exit, one sentence that holds @words on the standard error, nothing else. */
#define cli_bad(cli, exit, words, ...)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    cli_run ((cli), __VA_ARGS__, NULL);                                                            \
    cli_assert_refused ((cli), (exit), (words));                                                   \
  }                                                                                                \
  G_STMT_END
void cli_assert_refused (Cli *cli, int code, const char *words);

#define cli_assert_says(text, words)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr ((text), (words)) == NULL)                                                          \
      g_error ("“%s” is not in:\n%s", (words), (text));                                            \
  }                                                                                                \
  G_STMT_END

/* A file in the folder. (transfer full) */
char *cli_path (Cli *cli, const char *name);
char *cli_write (Cli *cli, const char *name, const char *text);

/* What the last run wrote, as JSON: the value at a path of SQLite's ("$.areas[0].code"), as text;
 * NULL for null. It must be there, and the whole be JSON. (transfer full) */
char *cli_json (Cli *cli, const char *path);
gint64 cli_json_int (Cli *cli, const char *path);
#define cli_assert_json(cli, path, value)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = cli_json ((cli), (path));                                            \
    g_assert_cmpstr (found_, ==, (value));                                                         \
  }                                                                                                \
  G_STMT_END

/* A number from the file itself, past the program: @format is made to SQL first. */
sqlite3 *cli_open_database (const char *path);
gint64 cli_sql_int (sqlite3 *database, const char *format, ...) G_GNUC_PRINTF (2, 3);
char *cli_sql_text (sqlite3 *database, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
