"""Which spellings are one person, which names one body; tables of public and invented names."""

from __future__ import annotations

import pytest

from stemmata.tracing.nations import nations_in, seat
from stemmata.tracing.organisations import body, same_body, short_form
from stemmata.tracing.spellings import person_name, same_person

SAME_PERSON = [
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
    ("Qasem Soleimani", "Ghasem Suleimani"),
    ("Qassem Soleimani", "General Qasem Soleimani"),
    ("Mahmoud Ahmadinejad", "Mahmud Ahmadinezhad"),
    ("Hosni Mubarak", "Husni Mubarak"),
    ("Mohammed ElBaradei", "Mohamed El-Baradei"),
    ("Nouri al-Maliki", "Nuri Maliki"),
    ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"),
    ("Abd al-Rahman Yassin", "Abdulrahman Yasin"),
    ("Yevgeny Primakov", "Foreign Minister Evgeni Primakov"),
    ("Yury Gagarin", "Yuri Gagarin"),
    ("Fyodor Dostoevsky", "Fedor Dostoyevsky"),
    ("Dmitry Peskov", "Kremlin spokesman Dmitri Peskov"),
    ("Alexei Navalny", "Aleksey Navalny"),
    ("Nikita Khrushchev", "Khrushchev"),
    ("William Clinton", "Bill Clinton"),
    ("Lyndon Johnson", "President Lyndon Baines Johnson"),
    ("J. Stoltenberg", "Jens Stoltenberg"),
    ("Süleyman Demirel", "Suleiman Demirel"),
    ("Lech Wałęsa", "Lech Walesa"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("George W. Bush", "George Bush"),
    ("Kofi Annan", "Secretary-General Kofi Annan"),
    ("Ban Ki-moon", "Ban Ki Moon"),
    ("Mrs Margaret Thatcher", "Margaret Thatcher"),
    ("Lt. Gen. Pavel Ostrenko", "Lieutenant-General Pavel Ostrenko"),
    ("Farhad Tavakolian", "Farhad Tavakkolian"),
    ("Hussein Karimabadi", "Hossein Karimabady"),
    ("Dr. Leila Haddad", "Layla Haddad"),
    ("Haydar Mostafavand", "Heidar Mostafawand"),
    ("Sergei Rudskoi", "Sergey Rudskoy"),
    ("Rudskoy", "Rudskoi"),
    ("Igor Sechinsky", "Igor Setchinskiy"),
    ("Mikhail Tukhachevsky", "Mikhail Tukhatchevski"),
    ("Alexander Solzhenitsyn", "Aleksandr Solzhenitsin"),
    ("Leonid Kuchma", "Leonid Koutchma"),
    ("Yuri Shcherbak", "Yury Scherbak"),
    ("Vyacheslav Molotov", "Viacheslav Molotov"),
    ("Grigory Yavlinsky", "Grigori Iavlinski"),
    ("Petro Poroshenko", "Pyotr Poroshenko"),
    ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
    ("Mikheil Saakashvili", "Mikhail Saakashvili"),
    ("Khaled Mashal", "Khalid Meshaal"),
    ("Abu Bakr al-Baghdadi", "Abou Bakr al-Baghdadi"),
    ("Hafez al-Assad", "Hafiz Assad"),
    ("Bashar al-Assad", "Bashar Asad"),
    ("Osama bin Laden", "Usama bin Ladin"),
    ("Ayman al-Zawahiri", "Ayman Al Zawahri"),
    ("Muqtada al-Sadr", "Moqtada Sadr"),
    ("Ismail Haniyeh", "Ismail Haniya"),
    ("Rafik Hariri", "Rafiq al-Hariri"),
    ("Walid Jumblatt", "Waleed Junblat"),
    ("Mahmoud Abbas", "Mahmud Abbas"),
    ("Mohammed Morsi", "Mohamed Mursi"),
    ("Mohamed Bouazizi", "Muhammad Bouazizi"),
    ("Zine El Abidine Ben Ali", "Zine al-Abidine Ben Ali"),
    ("Abdelaziz Bouteflika", "Abd al-Aziz Bouteflika"),
    ("Khalifa Haftar", "Khalifa Hifter"),
    ("Ali Khamenei", "Ali Khamenei"),
    ("Hassan Rouhani", "Hasan Ruhani"),
    ("Mohammad Javad Zarif", "Mohammad Zarif"),
    ("Ayatollah Khomeini", "Khomeyni"),
    ("Nicolás Maduro", "Nicolas Maduro"),
    ("Andrés Manuel López Obrador", "Andres Manuel Lopez Obrador"),
    ("Park Geun-hye", "Park Geun Hye"),
    ("Moon Jae-in", "Moon Jae In"),
    ("Roh Moo-hyun", "Roh Mu-hyun"),
    ("Chiang Kai-shek", "Chiang Kai Shek"),
    ("Sukarno", "Soekarno"),
    ("Suharto", "Soeharto"),
    ("Slobodan Milošević", "Slobodan Milosevic"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("Jean-Claude Juncker", "Jean Claude Juncker"),
    ("François Hollande", "Francois Hollande"),
    ("Tedros Adhanom Ghebreyesus", "Tedros Ghebreyesus"),
    ("Bohdan Khmelnytsky", "Bogdan Khmelnitsky"),
    ("Vitali Klitschko", "Vitaly Klichko"),
    ("Garry Kasparov", "Gary Kasparov"),
    ("Ekaterina Furtseva", "Yekaterina Furtseva"),
    ("Boutros Boutros-Ghali", "Boutros Ghali"),
    ("Tarek Hajjar", "Tariq Hajar"),
    ("Yasser Arafat", "Yasir Arafat"),
    ("Rifaat Darwish", "Rifat Darweesh"),
    ("Yousef Qaradawi", "Yusuf al-Qardawi"),
    ("Nuri Bozkurt", "Noori Bozkurt"),
    ("Gen. Oleh Tkachenko", "Oleg Tkachenko"),
    ("Juan Peña", "Juan Pena"),
]

DIFFERENT_PEOPLE = [
    ("George W. Bush", "Jeb Bush"),
    ("George H. Bush", "George W. Bush"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Raul Castro", "Fidel Castro"),
    ("Lech Kaczynski", "Jaroslaw Kaczynski"),
    ("Andrew Johnson", "Lyndon Johnson"),
    ("Sergei Ivanov", "Igor Ivanov"),
    ("John Keating", "John Kelling"),
    ("John Martin", "John Marlin"),
    ("Theresa May", "Theresa Maybury"),
    ("Angela Merkel", "Angela Markov"),
    ("Ali Hassan", "Ali Husseini"),
    ("Saif Gaddafi", "Muammar Gaddafi"),
    ("Omar Haddad", "Leila Haddad"),
    ("Peter Larsen", "Paul Larsen"),
    ("Anna Novak", "Ivan Novak"),
    ("Michael Brown", "Gordon Brown"),
    ("Kim Il-sung", "Kim Jong-il"),
    ("Ali Khamenei", "Ruhollah Khomeini"),
    ("Hafez al-Assad", "Bashar al-Assad"),
    ("Rafik Hariri", "Saad Hariri"),
    ("Xi Jinping", "Xi Zhongxun"),
    ("Park Geun-hye", "Park Chung-hee"),
    ("Sergei Lavrov", "Sergei Lavrin"),
    ("Igor Petrov", "Ivan Petrov"),
    ("Mohammed Hassan", "Mahmoud Hassan"),
    ("Ahmed Khalil", "Ahmad Khalidi"),
    ("Li Wei", "Li Na"),
    ("Omar Suleiman", "Qasem Suleimani"),
    ("Petro Shelest", "Petro Shelestyuk"),
    ("Saif al-Islam", "Saad al-Islam"),
    ("Hassan Nasrallah", "Hussein Nasrallah"),
    ("Ivan Orlov", "Ivan Orlenko"),
    ("Anna Lindh", "Anne Lind"),
    ("Maria Santos", "Mario Santos"),
    ("Kim Yong-nam", "Kim Yong-chol"),
    ("Tony Blair", "Cherie Blair"),
    ("Yitzhak Rabin", "Leah Rabin"),
    ("Daniel Ortega", "Humberto Ortega"),
    ("Chen Guang", "Chen Guo"),
    ("Jan Novak", "Jana Novak"),
    ("Petr Pavel", "Peter Pavlov"),
    ("Mohammed bin Salman", "Mohammed bin Nayef"),
    ("Mohammed bin Zayed", "Mohammed bin Rashid"),
    ("Hamid Karzai", "Wali Karzai"),
]

SAME_BODY = [
    ("WHO", "World Health Organization"),
    ("World Health Organisation", "the World Health Organization"),
    ("UN", "United Nations"),
    ("the U.N.", "United Nations"),
    ("USGS", "U.S. Geological Survey"),
    ("US Geological Survey", "United States Geological Survey"),
    ("OSCE", "Organization for Security and Co-operation in Europe (OSCE)"),
    ("France's Defence Ministry", "French Defense Ministry"),
    ("Ministry of Defence of France", "French military"),
    ("Kenya's army", "the Kenyan armed forces"),
    ("Ministry of Health of Kenya", "Kenyan Health Ministry"),
    ("Peruvian Health Minister", "Peru's Ministry of Health"),
    ("the Governor of Marrow island", "Marrow Governor"),
    ("the governorate of the Tolvan province", "the governor of Tolvan"),
    ("Velmar health authority", "the directorate of health in Velmar province"),
    ("Center for Seismic Research", "the Centre for Seismic Research"),
    ("Turkish presidency", "the President of Turkey"),
    ("the Swedish government", "the government of Sweden"),
    ("Polish intelligence", "the Polish government"),
    ("the Egyptian Army's press centre", "Egyptian army"),
    ("EU NAVFOR", "the EU's naval mission"),
    ("the European Union's anti-piracy force", "EU force"),
    ("UN peacekeepers", "the United Nations peacekeeping mission"),
]

DIFFERENT_BODIES = [
    ("WHO", "World Trade Organization"),
    ("French Defense Ministry", "German Defense Ministry"),
    ("Kenyan Health Ministry", "Kenyan Education Ministry"),
    ("Free Kenyan Army", "Kenyan army"),
    ("the governor of Tolvan", "the mayor of Tolvan"),
    ("the governor of Tolvan", "the governor of Velmar"),
    ("Velmar health authority", "Tolvan health authority"),
    ("Swedish government", "Norwegian government"),
    ("Polish army", "the Polish government"),
    ("Human Rights Watch", "Human Rights First"),
    ("the United Nations", "the European Union"),
    ("UNICEF", "UNESCO"),
    ("the EU's naval mission", "NATO's naval mission"),
    ("the EU's naval mission", "the European Union"),
]


@pytest.mark.parametrize(("a", "b"), SAME_PERSON)
def test_spellings_of_one_person(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT_PEOPLE)
def test_two_people_stay_two(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


@pytest.mark.parametrize(("a", "b"), SAME_BODY)
def test_names_of_one_body(a: str, b: str) -> None:
    assert same_body(a, b)
    assert same_body(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT_BODIES)
def test_two_bodies_stay_two(a: str, b: str) -> None:
    assert not same_body(a, b)
    assert not same_body(b, a)


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("the Observatory", "the Marine Observatory for Northern Waters", True),
        ("Marine Observatory", "the Marine Observatory for Northern Waters", True),
        ("the Coalition", "the Marine Observatory for Northern Waters", False),
        ("Norwegian Coalition", "Swedish National Coalition for Reform", False),
        ("Health Ministry", "Kenyan Health Ministry", True),
        ("Kenyan Health Ministry", "Health Ministry", False),
    ],
)
def test_short_forms(short: str, full: str, fits: bool) -> None:
    assert short_form(short, full) is fits


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Lt. Gen. Pavel Ostrenko", ("pavel",), "ostrenko"),
        ("Harbour Agency spokesman Ole Lund", ("ole",), "lund"),
        ("Tarek al-Masry", ("tarek",), "masry"),
        ("Ostrenko", (), "ostrenko"),
    ],
)
def test_titles_and_roles_are_no_part_of_a_name(
    name: str, given: tuple[str, ...], surname: str
) -> None:
    assert person_name(name) == (given, surname)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Paris", ("FR", "government")),
        ("Sweden", ("SE", "government")),
        ("the United States", ("US", "government")),
        ("the Kremlin", ("RU", "presidency")),
        ("the Pentagon", ("US", "defence")),
        ("Swedish police", None),
        ("Ole Lund", None),
    ],
)
def test_countries_and_capitals_that_speak(name: str, expected: tuple[str, str] | None) -> None:
    assert seat(name) == expected


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("the kenyan and french armies", ["KE", "FR"]),
        ("swedens ministry", ["SE"]),
        ("south korea's navy", ["KR"]),
        ("dutch british swiss", ["NL", "GB", "CH"]),
        ("a man on a mat", []),
    ],
)
def test_nations(words: str, codes: list[str]) -> None:
    assert nations_in(words.split()) == codes


def test_an_organ_of_a_state_is_told_with_its_country() -> None:
    assert body("French General Staff").key == body("France's Ministry of Defence").key
    assert body("the French General Staff").organ == "defence"
    assert body("General Staff").organ == ""
