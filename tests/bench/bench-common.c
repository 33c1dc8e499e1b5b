/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void
bench_print (const char *name, double value, double reference, const char *unit, double limit)
{
  printf ("bench: %s %.3f %s reference %.3f %s ratio %.2f limit %.2f\n", name, value, unit,
          reference, unit, value / reference, limit);
  fflush (stdout);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

double
bench_percentile (double *values, guint n, double part)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[MIN (n - 1, (guint)(part * n))];
}

double
bench_median (double *values, guint n)
{
  return bench_percentile (values, n, 0.5);
}

/* What the kernel says is resident now, in MB, without what is only kept for the next malloc(). */
double
bench_resident_mb (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  malloc_trim (0);
  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*s %ld", &pages);
  return (double)pages * (double)sysconf (_SC_PAGESIZE) / 1e6;
}

void
bench_must (gboolean done, GError *error)
{
  if (!done)
    g_error ("benchmark: %s", error != NULL ? error->message : "failed");
}

char *
bench_make_folder (void)
{
  const char *where = g_getenv ("SIXFOLD_BENCH_FOLDER");
  g_autofree char *pattern
      = g_build_filename (where != NULL ? where : g_get_tmp_dir (), "sixfold-bench-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (pattern));
  return g_steal_pointer (&pattern);
}

void
bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        bench_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
add_evaluation (SfWorkbook *workbook, SfFramework *framework, int year)
{
  SfModel *model = sf_workbook_get_model (workbook);
  g_autoptr (SfCentre) centre
      = g_list_model_get_item (sf_model_get_list (model, SF_TYPE_CENTRE), 0);
  g_autofree char *title = g_strdup_printf ("%d to %d", year, year + 1);
  g_autofree char *first = g_strdup_printf ("%d-04-01", year);
  g_autofree char *last = g_strdup_printf ("%d-03-31", year + 1);
  g_autoptr (GError) error = NULL;

  bench_must (sf_workbook_add_evaluation (workbook, centre, framework, title, first, last,
                                          sf_model_get_latest_evaluation (model, NULL),
                                          SF_CARRY_NOTHING, NULL, &error)
                  && sf_workbook_sync (workbook, &error),
              error);
}

SfWorkbook *
bench_make_workbook (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bench.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFramework) framework
      = sf_framework_find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007, &error);
  SfWorkbook *workbook;

  bench_must (framework != NULL, error);
  workbook = sf_workbook_create (path, &error);
  bench_must (workbook != NULL, error);
  bench_must (sf_workbook_add_centre (workbook, "Bench Centre", NULL, &error)
                  && sf_workbook_sync (workbook, &error),
              error);
  add_evaluation (workbook, framework, 2026);
  return workbook;
}

static const char prose[]
    = "Journals go home weekly and most families wrote in them this term. Key workers open each "
      "review by asking the parent first, and what parents say changes the plan for the week.";

/* What one contributor says of every statement, as one step. */
static void
add_views (SfWorkbook *workbook, SfEvaluation *evaluation, SfContributor *contributor)
{
  SfFramework *framework = sf_model_get_framework (sf_workbook_get_model (workbook), evaluation);
  GPtrArray *statements = sf_framework_get_statements (framework);
  SfStep *step = sf_step_new ("views");

  for (guint i = 0; i < statements->len; i++)
    {
      SfUuid made;

      sf_step_insert (step, SF_TYPE_JUDGEMENT, &made);
      sf_step_set_ref (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_EVALUATION, evaluation);
      sf_step_set_text (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_STATEMENT_CODE,
                        sf_statement_get_code (statements->pdata[i]));
      sf_step_set_ref (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_CONTRIBUTOR, contributor);
      sf_step_set_int (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_LEVEL, 1 + i % 4);
      sf_step_set_text (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_STRENGTHS, prose);
      sf_step_set_text (step, SF_TYPE_JUDGEMENT, &made, SF_JUDGEMENT_IMPROVEMENTS, prose);
    }
  sf_workbook_submit (workbook, step);
}

static void
judge_everything (SfWorkbook *workbook)
{
  SfModel *model = sf_workbook_get_model (workbook);
  GListModel *evaluations = sf_model_get_list (model, SF_TYPE_EVALUATION);
  GListModel *contributors = sf_model_get_list (model, SF_TYPE_CONTRIBUTOR);
  g_autoptr (GError) error = NULL;

  for (guint e = 0; e < g_list_model_get_n_items (evaluations); e++)
    for (guint c = 0; c < g_list_model_get_n_items (contributors); c++)
      {
        g_autoptr (SfEvaluation) evaluation = g_list_model_get_item (evaluations, e);
        g_autoptr (SfContributor) contributor = g_list_model_get_item (contributors, c);
        add_views (workbook, evaluation, contributor);
      }
  bench_must (sf_workbook_sync (workbook, &error), error);
}

static void
write_noise (const char *path, guint megabytes, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint32 *block = g_new (guint32, 1 << 18);
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  for (guint i = 0; i < megabytes; i++)
    {
      for (guint k = 0; k < 1 << 18; k++)
        block[k] = g_rand_int (rand);
      g_assert_cmpuint (fwrite (block, 1 << 20, 1, file), ==, 1);
    }
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
attach_noise (SfWorkbook *workbook, const char *folder, guint megabytes)
{
  SfModel *model = sf_workbook_get_model (workbook);
  SfEvaluation *evaluation = sf_model_get_latest_evaluation (model, NULL);
  const guint size = 50;

  for (guint i = 0; i < megabytes / size; i++)
    {
      g_autofree char *path = g_build_filename (folder, "noise.bin", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) made = NULL;
      GFile *files[] = { file, NULL };
      SfAttachRequest request = { .files = files,
                                  .centre = sf_model_get_centre (model, evaluation),
                                  .evaluation = evaluation,
                                  .statement_code = "LLD-S1" };

      write_noise (path, size, i);
      made = sf_workbook_attach_sync (workbook, &request, &error);
      bench_must (made != NULL, error);
      g_unlink (path);
    }
}

char *
bench_make_big (const char *folder, guint megabytes)
{
  g_autoptr (SfWorkbook) workbook = bench_make_workbook (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFramework) framework
      = sf_framework_find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007, &error);
  static const char *const names[] = { "Deputy", "Parents", "Nurse", "Governor", "Adviser" };

  bench_must (framework != NULL, error);
  for (int year = 2025; year > 2016; year--)
    add_evaluation (workbook, framework, year);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    bench_must (sf_workbook_add_contributor (workbook, names[i], NULL, "staff", NULL, &error),
                error);
  bench_must (sf_workbook_sync (workbook, &error), error);
  judge_everything (workbook);
  attach_noise (workbook, folder, megabytes);
  bench_must (sf_workbook_close (workbook, &error), error);
  return g_strdup (sf_workbook_get_path (workbook));
}
