/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include "store/sf-store.h"

/* One step's commit beside a bare SQLite commit of the same row with the same pragmas, by turns
 * on the same disk. */

#define ROUNDS 5
#define STEPS 200

static double
time_steps (SfWorkbook *workbook, SfJudgement *judgement)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < STEPS; i++)
    bench_must (sf_workbook_set_level (workbook, judgement, 1 + i % 2, &error)
                    && sf_workbook_sync (workbook, &error),
                error);
  return (double)(g_get_monotonic_time () - start) / 1e3 / STEPS;
}

static double
time_bare (SfSql *sql)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < STEPS; i++)
    {
      sqlite3_stmt *update
          = sf_sql_prepare (sql, "UPDATE judgement SET level = ? WHERE id = 1", &error);
      bench_must (sf_sql_begin (sql, &error), error);
      g_assert_cmpint (sqlite3_bind_int (update, 1, (int)(1 + i % 2)), ==, SQLITE_OK);
      bench_must (sf_sql_run (sql, update, &error) && sf_sql_commit (sql, &error), error);
    }
  return (double)(g_get_monotonic_time () - start) / 1e3 / STEPS;
}

int
main (void)
{
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *bare_folder = bench_make_folder ();
  g_autoptr (SfWorkbook) workbook = bench_make_workbook (folder);
  g_autoptr (SfWorkbook) other = bench_make_workbook (bare_folder);
  SfModel *model = sf_workbook_get_model (workbook);
  SfJudgement *judgement
      = sf_model_find_judgement (model, sf_model_get_latest_evaluation (model, NULL), "LLD-S1",
                                 NULL);
  g_autofree char *bare_path = g_strdup (sf_workbook_get_path (other));
  double ours[ROUNDS], bare[ROUNDS];
  g_autoptr (GError) error = NULL;
  SfStore *store;

  bench_must (sf_workbook_close (other, &error), error);
  store = sf_store_open (bare_path, FALSE, &error);
  bench_must (store != NULL, error);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_bare (sf_store_get_sql (store));
      ours[i] = time_steps (workbook, judgement);
    }
  bench_print ("step-commit", bench_median (ours, ROUNDS), bench_median (bare, ROUNDS), "ms", 3);
  bench_must (sf_store_close (store, &error), error);
  bench_must (sf_workbook_close (workbook, &error), error);
  bench_remove_folder (folder);
  bench_remove_folder (bare_folder);
  return 0;
}
