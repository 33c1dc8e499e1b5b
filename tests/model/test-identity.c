/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-identity-text.h"

#include <string.h>

/* What may identify somebody: the rules of sf-identity-text.h, case by case. */

static SfIdentityNames *
create_names (void)
{
  SfIdentityNames *names = sf_identity_names_new ();

  sf_identity_names_add_person (names, "Margaret Osei");
  sf_identity_names_add_person (names, "Mrs Przybylska");
  sf_identity_names_add_person (names, "Tom Ellison");
  sf_identity_names_add_person (names, "Rose Park");
  sf_identity_names_add_person (names, "Parents’ forum");
  sf_identity_names_add_person (names, "Leadership Team");
  sf_identity_names_add_person (names, NULL);
  sf_identity_names_add_body (names, "Millbrook Children’s Centre");
  sf_identity_names_add_body (names, "Wexcombe");
  return names;
}

/* "name=Mrs Osei|telephone=01234 567890" */
static char *
tell (const SfIdentityNames *names, const char *text)
{
  g_autoptr (GArray) hits = sf_identity_find_in_text (names, text);
  GString *told = g_string_new (NULL);
  gsize before = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const SfIdentityHit *hit = &g_array_index (hits, SfIdentityHit, i);

      g_assert_cmpuint (hit->length, >, 0);
      g_assert_cmpuint (hit->start, >=, before);
      before = hit->start + hit->length;
      g_assert_cmpuint (before, <=, strlen (text));
      g_string_append_printf (told, "%s%s=%.*s", i > 0 ? "|" : "",
                              sf_identity_kind_get_word (hit->kind), (int)hit->length,
                              text + hit->start);
    }
  return g_string_free (told, FALSE);
}

typedef struct
{
  const char *text;
  const char *told;
} Case;

static void
check (const Case *cases, guint n)
{
  g_autoptr (SfIdentityNames) names = create_names ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *told = tell (names, cases[i].text);

      if (strcmp (told, cases[i].told) == 0)
        continue;
      g_test_message ("“%s” tells “%s”, not “%s”", cases[i].text, told, cases[i].told);
      g_test_fail ();
    }
}

static void
test_names (void)
{
  static const Case cases[] = {
    { "Agreed with Margaret Osei in May", "name=Margaret Osei" },
    { "Osei’s view, and that of Mrs Przybylska.", "name=Osei|name=Mrs Przybylska" },
    { "Tom looked after it; Rose Park too", "name=Tom|name=Rose Park" },
    { "The garden in the park has a rose", "" },
    { "We thank Mrs. Khan and Dr O’Neill", "name=Mrs. Khan|name=Dr O’Neill" },
    { "Fatima came with her twins", "name=Fatima|relationship=her twins" },
    { "a story from Amy’s house", "name=Amy" },
    { "written down by J. Patel and A. Brown", "name=J. Patel|name=A. Brown" },
    { "Support from Zbigniew Kowalczyk at first", "name=Zbigniew Kowalczyk" },
    { "Zbigniew Kowalczyk gave support", "name=Zbigniew Kowalczyk" },
    { "We saw osei, and mar\u200bgaret osei", "name=osei|name=mar\u200bgaret osei" },
    { "the Kowalski twins, the Polish family", "name=the Kowalski twins" },
    { "Иван Петров came", "name=Иван Петров" },
    { "May Brown and Grace Adeyemi helped", "name=May Brown|name=Grace Adeyemi" },
    { "It opened in May. Will parents come? Grace and hope.", "" },
    { "Every Child Matters, Sure Start and the Early Years Foundation Stage", "" },
    { "The Millbrook Gateway and Wexcombe Mill", "" },
    { "Health Visitors and Family Support Workers of the NHS", "" },
    { "Stay and Play on Tuesday, Bumps and Babies on Friday", "" },
    { "families of Polish, Somali and Welsh Speakers", "" },
    { "ask ESOL or SENCO", "" },
    { "AMY was there", "name=AMY" },
    { "Siân and Zoë", "name=Siân|name=Zoë" },
    { "", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_relations (void)
{
  static const Case cases[] = {
    { "a mother told us; her sister agreed", "relationship=a mother|relationship=her sister" },
    { "Journals in which a father or another carer wrote, the mother’s view", "" },
    { "one lone father stayed", "relationship=one lone father" },
    { "the boy’s foster carer, a mum of three",
      "relationship=boy’s foster carer|relationship=mum of three" },
    { "a child with epilepsy, one family moved",
      "relationship=a child with|relationship=one family" },
    { "the girl who cannot hear", "relationship=the girl who" },
    { "parents and grandparents, mothers, fathers", "" },
    { "a mother and baby group, the fathers’ group, a dads group", "" },
    { "a father and toddler session", "" },
    { "our partner agencies, a partner, the family, each child, a child", "" },
    { "the mother tongue; one parent in nine", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_births (void)
{
  static const Case cases[] = {
    { "born on 3 May 2004; DOB: 03/05/2004", "birth=born on 3 May 2004|birth=DOB: 03/05/2004" },
    { "a boy aged 3 and a three-year-old", "birth=a boy aged 3|birth=a three-year-old" },
    { "children aged 3, babies born in winter, two-year-olds", "" },
    { "the under-fives, 3 May 2004", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_forms (void)
{
  static const Case cases[] = {
    { "ring 01632 960 123 or +44 20 7946 0018",
      "telephone=01632 960 123|telephone=+44 20 7946 0018" },
    { "0 to 5 years, 0.5 %, 2004/05, £012345678901", "" },
    { "write to amy.k@example.org.uk, @wexcombe", "email=amy.k@example.org.uk" },
    { "at SW1A 1AA, 12 Mill Lane, Flat 3", "address=SW1A 1AA|address=12 Mill Lane|address=Flat 3" },
    { "She lives in Orchard Close.", "address=lives in Orchard Close" },
    { "sessions in Orchard Road, 3 Early Years Places, NI 116, LLD-S3, S3 2", "" },
    { "NHS 943 476 5919, not 943 476 5918", "number=943 476 5919" },
    { "AB 12 34 56 C, case 20417, Ofsted 2013", "number=AB 12 34 56 C|number=case 20417" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Without a centre file only what anybody knows is found. */
static void
test_unknown (void)
{
  g_autofree char *told = tell (NULL, "Mrs Osei, Osei, Wexcombe Mill in Wexcombe, and Osei");

  g_assert_cmpstr (told, ==, "name=Mrs Osei|name=Wexcombe Mill");
}

/* What is long and odd is read in no more time for each letter. */
static void
test_hostile (void)
{
  static const char *const pieces[]
      = { "Aa ",           "a.", "A’",   "0 ",    "1 Aa ", "her a ", "@",       "Mr ", "J. ",
          "\xe2\x80\x99s", "-",  "Amy ", "born ", "aged ", "é",      "\xcc\x81" };
  g_autoptr (SfIdentityNames) names = create_names ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) hits = NULL;

      while (text->len < 20000)
        g_string_append (text, pieces[i]);
      hits = sf_identity_find_in_text (names, text->str);
      g_assert_cmpuint (hits->len, <, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/names", test_names);
  g_test_add_func ("/identity/relations", test_relations);
  g_test_add_func ("/identity/births", test_births);
  g_test_add_func ("/identity/forms", test_forms);
  g_test_add_func ("/identity/unknown", test_unknown);
  g_test_add_func ("/identity/hostile", test_hostile);
  return g_test_run ();
}
