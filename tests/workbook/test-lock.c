/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "workbook/sf-lock.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The right to write a centre file is one program's, and goes back at once when the file is closed.
 */

static void
test_one_at_a_time (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "Beech Road.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  SfLock *lock = sf_lock_take (path, &error);

  g_assert_no_error (error);
  g_assert_null (sf_lock_take (path, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_IN_USE);
  g_clear_error (&error);
  sf_lock_release (lock);
  lock = sf_lock_take (path, &error);
  g_assert_no_error (error);
  sf_lock_release (lock);
}

/* A helper between fork and exec holds every file of ours. */
static void
test_helper_just_forked (Centre *centre, gconstpointer data)
{
  pid_t helper = fork ();

  if (helper == 0)
    {
      alarm (30);
      for (;;)
        pause ();
    }
  g_assert_cmpint (helper, >, 0);
  reopen_workbook (centre);
  g_assert_cmpint (kill (helper, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (helper, NULL, 0), ==, helper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/lock/one-at-a-time", test_one_at_a_time);
  g_test_add ("/workbook/lock/helper-just-forked", Centre, NULL, set_up_centre,
              test_helper_just_forked, tear_down_centre);
  return run_tests_in_own_home ();
}
