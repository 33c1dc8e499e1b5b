/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "../store/test-home.h"
#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "store/sf-sql.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-safety.h"

/* A workbook with a centre and an evaluation, in a folder of its own. */

typedef struct
{
  char *folder;
  char *path;
  SfWorkbook *workbook;
  SfFramework *framework;
  SfCentre *centre; /* borrowed, like those below */
  SfEvaluation *evaluation;
  SfJudgement *judgement; /* agreed, of the first statement */
  SfAreaJudgement *area;
} Centre;

static inline void
sync_workbook (SfWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_sync (workbook, &error);
  g_assert_no_error (error);
}

static inline gpointer
first_of (SfWorkbook *workbook, GType type)
{
  GListModel *list = sf_model_get_list (sf_workbook_get_model (workbook), type);
  gpointer record = g_list_model_get_item (list, 0);

  if (record != NULL)
    g_object_unref (record); /* the model keeps it */
  return record;
}

static inline guint
count_of (SfWorkbook *workbook, GType type)
{
  return g_list_model_get_n_items (sf_model_get_list (sf_workbook_get_model (workbook), type));
}

static inline void
find_records (Centre *centre)
{
  centre->centre = first_of (centre->workbook, SF_TYPE_CENTRE);
  centre->evaluation = first_of (centre->workbook, SF_TYPE_EVALUATION);
  centre->judgement = first_of (centre->workbook, SF_TYPE_JUDGEMENT);
  centre->area = first_of (centre->workbook, SF_TYPE_AREA_JUDGEMENT);
}

/* @framework: by its identifier */
static inline void
set_up_empty_with (Centre *centre, const char *framework)
{
  g_autoptr (GError) error = NULL;

  centre->folder = g_dir_make_tmp ("sixfold-workbook-XXXXXX", &error);
  g_assert_no_error (error);
  centre->path = g_build_filename (centre->folder, "centre.sixfold", NULL);
  centre->workbook = sf_workbook_create (centre->path, &error);
  g_assert_no_error (error);
  centre->framework = sf_framework_find_shipped (framework, &error);
  g_assert_no_error (error);
}

static inline void
set_up_empty (Centre *centre, gconstpointer data)
{
  set_up_empty_with (centre, "every-child-matters-2013");
}

static inline void
set_up_centre_with (Centre *centre, const char *framework)
{
  g_autoptr (GError) error = NULL;

  set_up_empty_with (centre, framework);
  sf_workbook_add_centre (centre->workbook, "Beech Road", NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  find_records (centre);
  sf_workbook_add_evaluation (centre->workbook, centre->centre, centre->framework, "2026",
                              "2026-04-01", "2027-03-31", NULL, SF_CARRY_NOTHING, NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  find_records (centre);
}

static inline void
set_up_centre (Centre *centre, gconstpointer data)
{
  set_up_centre_with (centre, "every-child-matters-2013");
}

/* Of a day of its own, or the next one of today would take its place. */
static inline void
back_up_on (Centre *centre, const char *reason, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = sf_workbook_back_up_sync (centre->workbook, NULL, reason, &error);
  g_autofree char *folder = NULL, *path = NULL;

  g_assert_no_error (error);
  folder = g_path_get_dirname (backup->path);
  path = g_strdup_printf ("%s/%s-0900.sixfold", folder, day);
  g_assert_cmpint (g_rename (backup->path, path), ==, 0);
}

static inline void
close_workbook (Centre *centre)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_close (centre->workbook, &error);
  g_assert_no_error (error);
  g_clear_object (&centre->workbook);
}

static inline void
reopen_workbook (Centre *centre)
{
  g_autoptr (GError) error = NULL;

  close_workbook (centre);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (centre);
}

/* What the file says to one who asks it directly; the workbook is closed meanwhile. */
static inline gint64
ask_file (Centre *centre, const char *query)
{
  g_autoptr (GError) error = NULL;
  SfSql *sql;
  gint64 value = -1;

  close_workbook (centre);
  sql = sf_sql_open (centre->path, SQLITE_OPEN_READONLY, &error);
  g_assert_no_error (error);
  sf_sql_get_int (sql, query, &value, &error);
  g_assert_no_error (error);
  sf_sql_close (sql, &error);
  g_assert_no_error (error);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (centre);
  return value;
}

/* Behind the program's back; the workbook is closed. */
static inline void
run_sql (Centre *centre, const char *text)
{
  g_autoptr (GError) error = NULL;
  SfSql *sql = sf_sql_open (centre->path, SQLITE_OPEN_READWRITE, &error);

  g_assert_no_error (error);
  sf_sql_exec (sql, text, &error);
  g_assert_no_error (error);
  sf_sql_close (sql, &error);
  g_assert_no_error (error);
}

static inline void
tear_down_centre (Centre *centre, gconstpointer data)
{
  if (centre->workbook != NULL)
    close_workbook (centre);
  g_clear_object (&centre->framework);
  remove_folder (centre->folder);
  g_free (centre->folder);
  g_free (centre->path);
}

static inline void
assert_sound (SfWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfCheckReport) report = sf_workbook_check_sync (workbook, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *)report->problems->pdata[i]);
  g_assert_cmpuint (report->problems->len, ==, 0);
}
