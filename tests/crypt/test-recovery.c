/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt-helpers.h"

#include "crypt/sf-recovery.h"

/* The key on paper. */

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static SfSecret *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SfSecret *recovery = sf_recovery_parse (text, &error);

  g_assert_no_error (error);
  return recovery;
}

static void
test_round (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (SfSecret) recovery = sf_recovery_new ();
      g_autoptr (SfSecret) text = sf_recovery_to_text (recovery);
      g_autoptr (SfSecret) again = parse ((const char *)sf_secret_get_data (text));

      g_assert_true (sf_secret_equal (recovery, again));
      g_assert_cmpuint (strlen ((const char *)sf_secret_get_data (text)), ==, 47);
    }
}

static void
test_known (void)
{
  static const guint8 counting[SF_RECOVERY_SIZE]
      = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 };
  g_autoptr (SfSecret) recovery = sf_secret_new (counting, sizeof counting);
  g_autoptr (SfSecret) text = sf_recovery_to_text (recovery);
  g_auto (GStrv) groups = g_strsplit ((const char *)sf_secret_get_data (text), "-", -1);
  /* base32hex of the same bytes by Python, in Crockford's letters */
  const char *plain = "000G40R40M30E209185GR38E1W8124GK";

  g_assert_cmpuint (g_strv_length (groups), ==, SF_RECOVERY_GROUPS);
  for (guint i = 0; i < SF_RECOVERY_GROUPS; i++)
    g_assert_cmpmem (groups[i], 4, plain + 4 * (gsize)i, 4);
}

static void
test_forgiving (void)
{
  g_autoptr (SfSecret) recovery = sf_recovery_new ();
  g_autoptr (SfSecret) text = sf_recovery_to_text (recovery);
  const char *printed = (const char *)sf_secret_get_data (text);
  g_autofree char *lower = g_ascii_strdown (printed, -1);
  g_auto (GStrv) groups = g_strsplit (printed, "-", -1);
  g_autofree char *joined = g_strjoinv ("", groups);
  g_autofree char *spaced = g_strjoinv (" ", groups);
  g_autofree char *dashed = g_strjoinv ("\xe2\x80\x93", groups);
  g_autofree char *lines = g_strjoinv ("\n\t", groups);
  g_autofree char *around = g_strdup_printf ("  %s \n", printed);
  g_autofree char *confused = g_strdup (printed);
  g_autofree char *confused_too = g_strdup (printed);
  const char *cases[] = { lower, joined, spaced, dashed, lines, around, confused, confused_too };

  g_strdelimit (confused, "0", 'O');
  g_strdelimit (confused, "1", 'I');
  g_strdelimit (confused_too, "0", 'o');
  g_strdelimit (confused_too, "1", 'l');
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SfSecret) again = parse (cases[i]);

      g_assert_true (sf_secret_equal (recovery, again));
    }
}

static void
assert_slip (const char *text, guint group)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *named = g_strdup_printf ("group %u", group);

  g_assert_null (sf_recovery_parse (text, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  if (strstr (error->message, named) == NULL)
    g_error ("%s: %s", text, error->message);
}

/* Every wrong character, every two neighbours exchanged, every two groups exchanged. */
static void
test_slips (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (SfSecret) recovery = sf_recovery_new ();
      g_autoptr (SfSecret) text = sf_recovery_to_text (recovery);
      char *printed = (char *)sf_secret_get_data (text);

      for (guint i = 0; i < 47; i++)
        {
          char right = printed[i];
          char next = printed[i + 1];

          if (right == '-')
            continue;
          for (const char *wrong = symbols; *wrong != '\0'; wrong++)
            {
              printed[i] = *wrong;
              if (*wrong != right)
                assert_slip (printed, i / 6 + 1);
            }
          printed[i] = right;
          if (next == '-' || next == '\0' || next == right)
            continue;
          printed[i] = next;
          printed[i + 1] = right;
          assert_slip (printed, i / 6 + 1);
          printed[i] = right;
          printed[i + 1] = next;
        }
      for (guint i = 0; i + 1 < SF_RECOVERY_GROUPS; i++)
        {
          char kept[5];

          memcpy (kept, printed + 6 * i, 5);
          memcpy (printed + 6 * i, printed + 6 * i + 6, 5);
          memcpy (printed + 6 * i + 6, kept, 5);
          if (memcmp (kept, printed + 6 * i, 5) != 0)
            assert_slip (printed, i + 1);
          memcpy (kept, printed + 6 * i, 5);
          memcpy (printed + 6 * i, printed + 6 * i + 6, 5);
          memcpy (printed + 6 * i + 6, kept, 5);
        }
    }
}

static void
test_refused (void)
{
  g_autoptr (SfSecret) recovery = sf_recovery_new ();
  g_autoptr (SfSecret) text = sf_recovery_to_text (recovery);
  const char *printed = (const char *)sf_secret_get_data (text);
  g_autofree char *shorter = g_strndup (printed, 46);
  g_autofree char *longer = g_strconcat (printed, "-00000", NULL);
  g_autofree char *strange = g_strconcat ("U", printed + 1, NULL);
  g_autofree char *sign = g_strconcat ("é", printed + 1, NULL);
  const char *cases[] = { "", "-", "hello", shorter, longer, strange, sign };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_refused (sf_recovery_parse (cases[i], &error), &error, SF_ERROR_INVALID,
                      SF_ERROR_INVALID);
    }
  assert_slip (strange, 1);
}

static void
test_public (void)
{
  g_autoptr (SfSecret) recovery = sf_recovery_new ();
  g_autoptr (SfSecret) other = sf_recovery_new ();
  g_autoptr (GBytes) half = sf_recovery_get_public (recovery);
  g_autoptr (GBytes) again = sf_recovery_get_public (recovery);

  g_assert_cmpuint (g_bytes_get_size (half), ==, SF_RECOVERY_PUBLIC_SIZE);
  g_assert_true (g_bytes_equal (half, again));
  g_assert_true (sf_recovery_matches (recovery, half));
  g_assert_false (sf_recovery_matches (other, half));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crypt/recovery/round", test_round);
  g_test_add_func ("/crypt/recovery/known", test_known);
  g_test_add_func ("/crypt/recovery/forgiving", test_forgiving);
  g_test_add_func ("/crypt/recovery/slips", test_slips);
  g_test_add_func ("/crypt/recovery/refused", test_refused);
  g_test_add_func ("/crypt/recovery/public", test_public);

  return g_test_run ();
}
