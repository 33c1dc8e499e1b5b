/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

void
cli_setup (Cli *cli, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (g_getenv ("SIXFOLD_CLI"));
  memset (cli, 0, sizeof *cli);
  cli->folder = g_dir_make_tmp ("sixfold-cli-XXXXXX", &error);
  g_assert_no_error (error);
  cli->file = cli_path (cli, "elm.sixfold");
}

void
cli_setup_file (Cli *cli, gconstpointer data)
{
  cli_setup (cli, data);
  cli_good (cli, "new", cli->file, "--centre", "Elm Road", "--starts", "2026-04-01", "--ends",
            "31 March 2027");
}

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                   NULL, NULL);
  g_autoptr (GError) error = NULL;

  for (;;)
    {
      GFile *child;

      if (children == NULL || !g_file_enumerator_iterate (children, NULL, &child, NULL, &error)
          || child == NULL)
        break;
      remove_tree (child);
    }
  g_assert_no_error (error);
  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

void
cli_teardown (Cli *cli, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (cli->folder);

  remove_tree (folder);
  g_free (cli->folder);
  g_free (cli->file);
  g_free (cli->out);
  g_free (cli->err);
  g_strfreev (cli->environment);
}

static void
run (Cli *cli, const char *const *line)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *home = cli_path (cli, "home");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (cli->environment != NULL)
    g_subprocess_launcher_set_environ (launcher, cli->environment);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_set_cwd (launcher, cli->folder);
  process = g_subprocess_launcher_spawnv (launcher, line, &error);
  g_assert_no_error (error);
  g_clear_pointer (&cli->out, g_free);
  g_clear_pointer (&cli->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &cli->out, &cli->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  cli->code = g_subprocess_get_exit_status (process);
}

void
cli_run (Cli *cli, ...)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  const char *word;
  va_list words;

  g_ptr_array_add (line, (gpointer)g_getenv ("SIXFOLD_CLI"));
  va_start (words, cli);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (line, (gpointer)word);
  va_end (words);
  g_ptr_array_add (line, NULL);
  run (cli, (const char *const *)line->pdata);
}

void
cli_run_line (Cli *cli, const char *const *words, const char *last)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();

  g_ptr_array_add (line, (gpointer)g_getenv ("SIXFOLD_CLI"));
  for (; *words != NULL; words++)
    g_ptr_array_add (line, (gpointer)*words);
  g_ptr_array_add (line, (gpointer)last);
  g_ptr_array_add (line, NULL);
  run (cli, (const char *const *)line->pdata);
}

void
cli_run_other (Cli *cli, const char *const *line)
{
  run (cli, line);
}

void
cli_setenv (Cli *cli, const char *name, const char *value)
{
  if (cli->environment == NULL)
    cli->environment = g_get_environ ();
  cli->environment = value != NULL ? g_environ_setenv (cli->environment, name, value, TRUE)
                                   : g_environ_unsetenv (cli->environment, name);
}

void
cli_assert_refused (Cli *cli, int code, const char *words)
{
  cli_assert_says (cli->err, words);
  g_assert_true (g_str_has_prefix (cli->err, "sixfold-cli: "));
  g_assert_true (g_str_has_suffix (cli->err, ".\n"));
  g_assert_true (strchr (cli->err, '\n') == cli->err + strlen (cli->err) - 1);
  g_assert_cmpint (cli->code, ==, code);
}

char *
cli_path (Cli *cli, const char *name)
{
  return g_build_filename (cli->folder, name, NULL);
}

char *
cli_write (Cli *cli, const char *name, const char *text)
{
  char *path = cli_path (cli, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* --- JSON, read by SQLite ------------------------------------------------------------------------
 */

char *
cli_json (Cli *cli, const char *path)
{
  sqlite3 *database;
  sqlite3_stmt *select;
  char *text;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database,
                                       "SELECT json_valid (?1), json_type (?1, ?2),"
                                       " json_extract (?1, ?2)",
                                       -1, &select, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (select, 1, cli->out, -1, SQLITE_STATIC);
  sqlite3_bind_text (select, 2, path, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (select, 0), ==, 1);
  if (sqlite3_column_type (select, 1) == SQLITE_NULL)
    g_error ("there is no %s in:\n%s", path, cli->out);
  text = g_strdup ((const char *)sqlite3_column_text (select, 2));
  sqlite3_finalize (select);
  sqlite3_close (database);
  return text;
}

gint64
cli_json_int (Cli *cli, const char *path)
{
  g_autofree char *text = cli_json (cli, path);
  gint64 number;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (text);
  g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, &error);
  g_assert_no_error (error);
  return number;
}

/* --- the file, read past the program
 * --------------------------------------------------------------- */

sqlite3 *
cli_open_database (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return database;
}

static char *
ask (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *select;
  char *text;

  if (sqlite3_prepare_v2 (database, sql, -1, &select, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (database), sql);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  text = g_strdup ((const char *)sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  return text;
}

gint64
cli_sql_int (sqlite3 *database, const char *format, ...)
{
  g_autofree char *sql = NULL, *text = NULL;
  va_list values;

  va_start (values, format);
  sql = g_strdup_vprintf (format, values);
  va_end (values);
  text = ask (database, sql);
  g_assert_nonnull (text);
  return g_ascii_strtoll (text, NULL, 10);
}

char *
cli_sql_text (sqlite3 *database, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list values;

  va_start (values, format);
  sql = g_strdup_vprintf (format, values);
  va_end (values);
  return ask (database, sql);
}
