/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "store/sf-mapper.h"
#include "store/sf-step-writer.h"
#include "store/sf-store.h"

#include "base/sf-error.h"
#include "test-home.h"

#include <glib/gstdio.h>

/* A new centre file in a folder of its own, and short words for steps on it. */

typedef struct
{
  char *folder;
  char *path;
  SfStore *store;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n;

  sf_model_get_record_types (&n);
  fixture->folder = g_dir_make_tmp ("sixfold-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "centre.sixfold", NULL);
  fixture->store = sf_store_create (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    sf_store_close (fixture->store, &error);
  g_assert_no_error (error);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sf_store_close (fixture->store, &error);
  g_assert_no_error (error);
  fixture->store = sf_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

static inline gint64
get_int (SfStore *store, const char *query)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  sf_sql_get_int (sf_store_get_sql (store), query, &value, &error);
  g_assert_no_error (error);
  return value;
}

static inline void
run_sql (SfStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;

  sf_sql_exec (sf_store_get_sql (store), text, &error);
  g_assert_no_error (error);
}

static inline void
write_set (SfStore *store, SfChangeSet *set)
{
  g_autoptr (GError) error = NULL;

  sf_step_write (store, set, &error);
  g_assert_no_error (error);
  g_assert_cmpint (set->id, >, 0);
  sf_change_set_free (set);
}

static inline void
add_centre (SfStore *store, const char *name, SfUuid *uuid)
{
  SfChangeSet *set = sf_change_set_new ("Added a centre", "edit");
  SfChange *change;

  sf_uuid_init_v7 (uuid);
  change = sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_CENTRE, uuid);
  sf_value_set_text (&change->row[SF_CENTRE_NAME], name);
  sf_value_set_int (&change->row[SF_CENTRE_POSITION], 1);
  write_set (store, set);
}

static inline void
set_text (SfStore *store, GType type, const SfUuid *uuid, guint column, const char *text)
{
  SfChangeSet *set = sf_change_set_new (text != NULL ? text : "emptied", "edit");
  SfChange *change = sf_change_set_add (set, SF_CHANGE_SET, type, uuid);

  change->column = column;
  sf_value_set_text (&change->new_value, text);
  write_set (store, set);
}

static inline SfModel *
load (SfStore *store)
{
  g_autoptr (GError) error = NULL;
  SfModel *model = sf_model_new ();

  sf_mapper_load (store, model, G_TYPE_INVALID, &error);
  g_assert_no_error (error);
  return model;
}
